/** Each browser by what only it says of itself, those first that name another one as well. */
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const machines: [RegExp, string][] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

const named = (text: string, names: [RegExp, string][]): string | undefined =>
  names.find(([says]) => says.test(text))?.[1];

/** A browser in plain words, such as "Firefox on Windows", of what it says of itself; null where that tells nothing. */
export function browserWords(userAgent: string | null): string | null {
  const described = (userAgent ?? '').slice(0, 500);
  const [browser, machine] = [named(described, browsers), named(described, machines)];
  if (!browser && !machine) return null;
  return `${browser ?? 'A browser'} on ${machine ?? 'another device'}`;
}
