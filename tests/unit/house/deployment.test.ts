import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  askedByScripts,
  asTheyAre,
  commandsOfImage,
  leftOutside,
  packagesWith,
  programsOfImage,
} from '../../../scripts/image/contents.mjs';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
const unit = readFileSync('deploy/candour.service', 'utf8');

type Service = {
  image?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: string[];
  environment?: Record<string, string>;
  configs?: { source: string }[];
  networks?: string[];
};
type Compose = {
  services: Record<string, Service>;
  configs: Record<string, { file?: string; content?: string }>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
};
const compose = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as Compose;

/** Every module that the commands of an image load from its folder, and every package that these ask for. */
function loadedByCommands() {
  const [seen, packages] = [new Set<string>(), new Set<string>()];
  const walk = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, from = ''] of text.matchAll(/(?:\bfrom|^import|\bimport\()\s*'([^']+)'/gm)) {
      if (from.startsWith('.')) walk(path.posix.join(path.posix.dirname(file), from));
      else if (!from.startsWith('node:')) packages.add(from);
    }
  };
  for (const name of commandsOfImage()) walk(`scripts/${name}`);
  // Started by name, and not imported.
  for (const name of ['scripts/server/serve.mjs', 'scripts/server/leave-with-parent.mjs']) walk(name);
  return { modules: [...seen], packages: [...packages].sort() };
}

test('every module that a command of the image loads is laid into it', () => {
  const { modules } = loadedByCommands();
  expect(modules.length).toBeGreaterThan(25);
  const laid = [...asTheyAre, ...commandsOfImage().map((name) => `scripts/${name}`)];
  expect(modules.filter((file) => !laid.some((place) => file === place || file.startsWith(`${place}/`)))).toEqual([]);
});

test('every package that its commands ask for is there: with the framework’s own files, or laid beside them', () => {
  const known = ['next', ...leftOutside, ...askedByScripts];
  expect(loadedByCommands().packages.filter((name) => !known.includes(name))).toEqual([]);
  const laid = [...packagesWith(askedByScripts)];
  expect(laid).toContain('prom-client');
  // What is native comes as a package for the machine.
  expect(laid.filter((name) => name.startsWith('@myriaddreamin/typst-ts-node-compiler-')).length).toBeGreaterThan(0);
});

test('what an image holds is in dependencies, and what only builds and tests is not', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
  const serving = Object.keys(manifest.dependencies ?? {});
  expect(['next', ...leftOutside, ...askedByScripts].filter((name) => !serving.includes(name))).toEqual([]);
  const building =
    /^@types\/|^(drizzle-kit|esbuild|typescript|tailwindcss|@tailwindcss\/postcss|postcss|subset-font|yaml)$/;
  expect(serving.filter((name) => building.test(name))).toEqual([]);
});

test('every program that its commands run is a file that can be compiled', () => {
  const programs = programsOfImage();
  for (const name of ['migrate', 'people', 'council', 'verify', 'backup', 'archive/archive', 'set-up-address'])
    expect(programs).toContain(`scripts/${name}.ts`);
  expect(programs.filter((program) => !existsSync(String(program)))).toEqual([]);
});

/** Whether a file is sent to the build of an image, by the list of what is. */
const isSent = (file: string): boolean =>
  ignored.some((line) => line.startsWith('!') && (file === line.slice(1) || file.startsWith(`${line.slice(1)}/`)));

test('every file that the Dockerfile copies is there and is sent to it, and so is everything that a build is made of', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(copied).toContain('package-lock.json');
  expect(copied.filter((name) => name !== '.' && !(existsSync(name) && isSent(name)))).toEqual([]);
  const listed =
    /const sources = \[([\s\S]*?)\]/.exec(readFileSync('scripts/set-up/fingerprint.mjs', 'utf8'))?.[1] ?? '';
  const sources = [...listed.matchAll(/'([^']+)'/g)].map(([, name = '']) => name).filter((name) => existsSync(name));
  expect(sources.length).toBeGreaterThan(10);
  expect([...sources, ...asTheyAre].filter((name) => !isSent(name))).toEqual([]);
  expect(ignored).toContain('*');
  expect(['.git', '.env', '.candour', 'node_modules', 'tests'].filter(isSent)).toEqual([]);
});

test('the image runs as a user who owns nothing of it, and its health is asked of an address that there is', () => {
  const [, serving = ''] = dockerfile.split(/^FROM .*$/m).slice(-2);
  expect(dockerfile.match(/^FROM /gm)).toHaveLength(2);
  expect(serving).toMatch(/^USER node$/m);
  expect(serving).not.toMatch(/npm |apt-get/);
  expect(serving).toMatch(/^COPY --from=build \/candour \/candour$/m);
  expect(serving).toMatch(/HEALTHCHECK[\s\S]*\/healthz/);
  expect(serving).toContain('CMD ["node", "scripts/start.mjs"]');
});

test('each container writes nowhere, may do nothing beyond its work, and only the proxy is reached from outside', () => {
  expect(Object.keys(compose.services).sort()).toEqual(['candour', 'database', 'proxy']);
  for (const [name, service] of Object.entries(compose.services)) {
    expect(service.read_only, name).toBe(true);
    expect(service.cap_drop, name).toEqual(['ALL']);
    expect(service.security_opt, name).toEqual(['no-new-privileges:true']);
    expect(service.ports !== undefined, name).toBe(name === 'proxy');
  }
  expect(compose.services.proxy?.ports?.map((port) => port.replace('$', ''))).toEqual([
    '{CANDOUR_ADDRESS:-127.0.0.1:8080}:80',
  ]);
  expect(compose.services.database?.networks).toEqual(['record']);
  expect(compose.networks.record).toEqual({ internal: true });
});

test('every setting of the containers is one that there is, no secret has a default, and every file is there', () => {
  const settings = Object.entries(compose.services.candour?.environment ?? {});
  const explained = readFileSync('docs/operations.md', 'utf8');
  expect(settings.filter(([name]) => !explained.includes(`\`${name}\``))).toEqual([]);
  const secrets = Object.values(compose.services).flatMap(({ environment = {} }) =>
    Object.entries(environment).filter(([name]) => /SECRET|PASSWORD|KEY/.test(name)),
  );
  expect(secrets.map(([name]) => name).sort()).toEqual(['AUTH_SECRET', 'CANDOUR_PAGE_KEY', 'POSTGRES_PASSWORD']);
  for (const [name, value] of secrets) expect(value, name).toMatch(/^\$\{[A-Z_]+:\?/);
  for (const { file, content } of Object.values(compose.configs))
    expect(content ?? (file && existsSync(file)), file).toBeTruthy();
  for (const { source } of compose.services.proxy?.configs ?? []) expect(compose.configs).toHaveProperty(source);
});

test('the portal’s place in the containers is that of nginx’s own file, by another name', () => {
  const inContainers = compose.configs.upstream?.content?.replace('candour:3000', '127.0.0.1:3000');
  const lines = (text = '') =>
    text
      .replaceAll(/^\s*#.*$/gm, '')
      .split(/\s+/)
      .filter(Boolean);
  expect(lines(inContainers)).toEqual(lines(readFileSync('deploy/nginx/candour-upstream.conf', 'utf8')));
});

test('the service gives the server time to end, and takes from it what it does not use', () => {
  for (const line of [
    'TimeoutStopSec=20s',
    'ExecReload=/bin/kill -USR2 $MAINPID',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
    'EnvironmentFile=/etc/candour.env',
  ])
    expect(unit.split('\n')).toContain(line);
  const [, port] = /PORT=(\d+)/.exec(unit) ?? [];
  expect(readFileSync('deploy/candour.socket', 'utf8')).toContain(`ListenStream=127.0.0.1:${port}`);
});

test('systemd, where this machine has it, finds no fault with the service, and little that it is exposed to', () => {
  // The text above is held everywhere.
  if (spawnSync('which', ['systemd-analyze']).status !== 0) return;
  const verified = spawnSync('systemd-analyze', ['verify', 'deploy/candour.service'], { encoding: 'utf8' });
  const ownFaults = `${verified.stdout}${verified.stderr}`
    .split('\n')
    .filter((line) => /candour\.service:\d+/.test(line));
  expect(ownFaults).toEqual([]);
  const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', 'deploy/candour.service'], {
    encoding: 'utf8',
  });
  const [, exposure = '10'] = /exposure level for candour\.service: ([\d.]+)/.exec(stdout) ?? [];
  expect(Number(exposure)).toBeLessThan(2);
});
