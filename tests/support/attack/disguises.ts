/** One way to ask for a page: as it is, or dressed as something that a check at the door might let pass. */
export type Disguise = { path: string; method?: string; headers?: Record<string, string> };

/** Headers that a framework's own client and server say to each other, or that others have found into it. */
export const dressed = (path: string): Record<string, string>[] => [
  // A page's data instead of its document.
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Prefetch': '2' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_full' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': `${path}/__PAGE__` },
  { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%2C%7B%7D%2Cnull%2C%22refetch%22%5D' },
  { RSC: '1', 'Next-Url': '/sign-in' },
  { RSC: '1', 'Next-HMR-Refresh': '1' },
  { RSC: '1', 'Next-Instant-Navigation-Testing': '1' },
  { Accept: 'text/x-component' },
  { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' },
  { 'Next-Action': '0'.repeat(42) },
  // CVE-2025-29927 in every published form, and with it the names that followed.
  ...['middleware', 'src/middleware', 'pages/_middleware', 'proxy', 'src/proxy', '/proxy'].flatMap((name) => [
    { 'x-middleware-subrequest': name },
    { 'x-middleware-subrequest': Array(5).fill(name).join(':') },
  ]),
  { 'x-middleware-subrequest': Array(10).fill('src/middleware:proxy').join(':'), 'x-middleware-subrequest-id': '0' },
  { 'x-middleware-next': '1' },
  { 'x-middleware-skip': '1' },
  { 'x-middleware-rewrite': path },
  { 'x-middleware-override-headers': 'cookie', 'x-middleware-request-cookie': 'candour-session=olive' },
  { 'x-middleware-prefetch': '1' },
  { 'x-nextjs-data': '1' },
  { 'x-nextjs-rewrite': path, 'x-nextjs-rewritten-path': path },
  // What a proxy in front, or another process of the framework, would say.
  { 'x-matched-path': path },
  { 'x-now-route-matches': '1=csc-02&2=2018-07-01' },
  { 'x-invoke-path': path, 'x-invoke-status': '200' },
  { 'x-invoke-output': path, 'x-invoke-query': '%7B%7D' },
  { 'x-invoke-error': '%7B%7D' },
  { 'next-resume': '1', 'x-next-resume-state-length': '0' },
  { 'x-prerender-revalidate': 'undefined' },
  { Cookie: '__prerender_bypass=1; __next_preview_data=1' },
  { 'x-original-url': path, 'x-rewrite-url': path },
  { 'x-candour-address': path },
  { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
  { 'x-http-method-override': 'GET', 'x-method-override': 'GET' },
];

/** Other spellings of the same address. */
const spelled = (path: string, build: string): string[] => {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const first = path.split('/')[1] ?? '';
  const encoded = [...last].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  return [
    ...['/', '.rsc', '.json', '.html', '.txt', '.prefetch.rsc', '/index', '/page', '/route', '/.'].map(
      (end) => path + end,
    ),
    ...['_tree', '_full', '_index', '_head', `${path.slice(1)}/__PAGE__`].map(
      (at) => `${path}.segments/${at}.segment.rsc`,
    ),
    `/_next/data/${build}${path}.json`,
    `/_next/data/${build}${path}.rsc`,
    `/_next/data/x${path}.json`,
    ...['_rsc=1', '_rsc', '__nextLocale=en', '__nextDataReq=1', '__nextDefaultLocale=', '_nextBubbleNoFallback=1'].map(
      (query) => `${path}?${query}`,
    ),
    ...[
      'nxtPcode=csc-02&nxtPperiod=2018-07-01',
      'nxtPid=1',
      'nxtPservice=childrens-social-care',
      'nxtIcode=csc-02',
    ].map((query) => `${path}?${query}`),
    path.toUpperCase(),
    `/${first.charAt(0).toUpperCase()}${path.slice(2)}`,
    ...[`/${path}`, path.replaceAll('/', '//'), `/.${path}`, `/x/..${path}`, `/%2e${path}`, `/x/%2e%2e${path}`],
    path.slice(0, -last.length) + encoded,
    path.replace('/', '/%2f'),
    `${path}%2f`,
    `${path}%00`,
    `${path}%20`,
    path.replace('/', '\\'),
    `${path};x=1`,
    `${path}?x=%0d%0a`,
    `/(staff)${path}`,
    `/%28staff%29${path}`,
    `/_next/image?url=${encodeURIComponent(path)}&w=640&q=75`,
    `/trouble/not-available?at=${encodeURIComponent(path)}`,
    `/sign-in?then=${encodeURIComponent(path)}`,
    `/_next/static/..${path}`,
    `/assets/..%2f${path.slice(1)}`,
  ];
};

const methods = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'PROPFIND'];

/** Every disguise of an address on our own site. */
export const disguisesOf = (path: string, build: string): Disguise[] => [
  { path },
  ...dressed(path).map((headers) => ({ path, headers })),
  ...spelled(path, build).map((spelling) => ({ path: spelling })),
  ...spelled(path, build)
    .filter((spelling) => /rsc|nxt|json/.test(spelling))
    .map((spelling) => ({ path: spelling, headers: { RSC: '1' } })),
  ...methods.map((method) => ({ path, method })),
];
