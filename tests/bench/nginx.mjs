import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from '../../scripts/set-up/temporary.mjs';
import { chosenHeaders } from './answer.mjs';
import { anyPort, startProcess } from './servers.mjs';

const program = ['/usr/sbin/nginx', 'nginx'].find((name) => spawnSync(name, ['-v']).error === undefined);

/** Whether nginx is installed. */
export const hasNginx = program !== undefined;

/**
 * Starts nginx twice in one: as a server of the captured page from a file, compressed beforehand (`gzip_static`), with the page's own
 * headers; and as a proxy before the application that keeps what it is given for as long as the headers say. Answers both addresses.
 */
export async function startNginx(page, application, atEnd) {
  const folder = temporaryFolder('bench-nginx');
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'files'));
  writeFileSync(path.join(folder, 'files', 'page'), page.body);
  writeFileSync(path.join(folder, 'files', 'page.gz'), gzipSync(page.body));
  const [fixed, proxied] = [await anyPort(), await anyPort()];
  const { 'content-type': type, ...headers } = chosenHeaders(page);
  const added = Object.entries(headers).map(([name, value]) => `add_header ${name} '${value.replaceAll("'", "\\'")}';`);
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr error; user root;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  proxy_cache_path ${folder}/cache keys_zone=pages:8m max_size=64m inactive=10m use_temp_path=off;
  upstream application { server ${new URL(application).host}; keepalive 16; }
  server {
    listen ${fixed};
    open_file_cache max=10;
    root ${folder}/files; types {}
    default_type '${type}'; gzip_static on; gzip_vary on; etag off; ${added.join(' ')}
    location / { try_files /page =404; }
  }
  server {
    listen ${proxied};
    open_file_cache max=1000;
    location / {
      proxy_pass http://application; proxy_http_version 1.1; proxy_set_header Connection ''; proxy_set_header Host $http_host;
      proxy_cache pages; proxy_cache_key $request_uri; proxy_cache_lock on;
    }
  }
}
`,
  );
  await startProcess('nginx', program, ['-c', file, '-p', folder], { port: fixed, env: process.env }, atEnd);
  return { fixed: `http://localhost:${fixed}/page`, proxied: `http://localhost:${proxied}` };
}
