import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A proxy as deploy/ configures it, moved to a test's ports and folder. */
type DeployedProxy = {
  name: string;
  /** Whether it keeps published pages; and whether of many who ask for one that is not kept one asks the portal. */
  keeps: boolean;
  collapses: boolean;
  /** Lays its configuration into a folder, from the port to listen at and the one to lead to; answers how it is called. */
  lay: (folder: string, from: number, to: number) => string[];
};

/** A file of deploy/ with some of its words replaced; each has to be there. */
function moved(file: string, words: Record<string, string>): string {
  let text = readFileSync(path.join('deploy', file), 'utf8');
  for (const [word, other] of Object.entries(words)) {
    if (!text.includes(word)) throw new Error(`deploy/${file} does not say ${word}.`);
    text = text.replaceAll(word, other);
  }
  return text;
}

const nginx: DeployedProxy = {
  name: 'nginx',
  keeps: true,
  collapses: true,
  lay(folder, from, to) {
    const lay = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
    lay(
      'candour.conf',
      moved('nginx/candour.conf', {
        'listen 80;': `listen 127.0.0.1:${from};`,
        '/var/cache/nginx/candour': `${folder}/kept`,
      }),
    );
    lay('candour-upstream.conf', moved('nginx/candour-upstream.conf', { '127.0.0.1:3000': `127.0.0.1:${to}` }));
    lay('candour-headers.conf', moved('nginx/candour-headers.conf', {}));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    lay(
      'nginx.conf',
      `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; user root; worker_processes 2;
events {}
http { access_log off; ${temporary.join(' ')} include candour.conf; }`,
    );
    return ['-c', path.join(folder, 'nginx.conf')];
  },
};

const apache: DeployedProxy = {
  name: 'apache2',
  keeps: true,
  collapses: false,
  lay(folder, from, to) {
    const modules = 'mpm_event authz_core proxy proxy_http cache cache_disk env headers setenvif unique_id';
    const site = moved('apache.conf', {
      '*:80': `127.0.0.1:${from}`,
      '127.0.0.1:3000': `127.0.0.1:${to}`,
      '/var/cache/apache2/candour': `${folder}/kept`,
      '/var/lock/apache2/candour-cache': `${folder}/locks`,
    });
    const loaded = modules
      .split(' ')
      .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const file = path.join(folder, 'apache2.conf');
    writeFileSync(
      file,
      `ServerRoot ${folder}\nServerName localhost\nPidFile ${folder}/apache.pid\nErrorLog ${folder}/error.log\nMutex posixsem
Listen 127.0.0.1:${from}\n${loaded.join('\n')}\n${site}`,
    );
    return ['-DFOREGROUND', '-f', file];
  },
};

const haproxy: DeployedProxy = {
  name: 'haproxy',
  keeps: true,
  collapses: false,
  lay(folder, from, to) {
    const file = path.join(folder, 'haproxy.cfg');
    writeFileSync(
      file,
      moved('haproxy.cfg', { 'bind :80': `bind 127.0.0.1:${from}`, '127.0.0.1:3000': `127.0.0.1:${to}` }),
    );
    return ['-db', '-f', file];
  },
};

const caddy: DeployedProxy = {
  name: 'caddy',
  keeps: false,
  collapses: false,
  lay(folder, from, to) {
    const file = path.join(folder, 'Caddyfile');
    const site = moved('Caddyfile', {
      'performance.council.gov.uk': `http://127.0.0.1:${from}`,
      '127.0.0.1:3000': `127.0.0.1:${to}`,
    });
    writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    return ['run', '--adapter', 'caddyfile', '--config', file];
  },
};

export const deployedProxies = [nginx, apache, haproxy, caddy];
