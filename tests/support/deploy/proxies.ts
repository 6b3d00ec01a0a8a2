/** A proxy of each kind in its plainest form: it names no host of its own accord, and knows only where to listen and lead. */
export type Proxy = {
  name: string;
  /** The configuration, by the ports to listen at and to lead to, and a folder to work in. */
  configuration: (from: number, to: number, folder: string) => string;
  /** How the program is called with a configuration file. */
  words: (file: string, folder: string) => string[];
};

export const proxies: Proxy[] = [
  {
    name: 'nginx',
    configuration: (from, to, folder) => `
daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; user root;
events {}
http {
  access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${from}; location / { proxy_pass http://127.0.0.1:${to}; } }
}`,
    words: (file) => ['-c', file],
  },
  {
    name: 'caddy',
    configuration: (from, to) => `
{
  admin off
  auto_https off
}
http://127.0.0.1:${from}, http://localhost:${from} {
  reverse_proxy 127.0.0.1:${to}
}`,
    words: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
  },
  {
    name: 'apache2',
    configuration: (from, to, folder) => `
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${from}
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
ProxyPass / http://127.0.0.1:${to}/
ProxyPassReverse / http://127.0.0.1:${to}/`,
    words: (file) => ['-X', '-f', file],
  },
  {
    name: 'haproxy',
    configuration: (from, to) => `
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend in
  bind 127.0.0.1:${from}
  default_backend candour
backend candour
  server one 127.0.0.1:${to}
`,
    words: (file) => ['-db', '-f', file],
  },
];
