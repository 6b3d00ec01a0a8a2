import { Events, OAuth2Server } from 'oauth2-mock-server';
import { expect, test } from '../../support/browser/browser-test';
import { invitationIn, peopleCommand } from '../../support/council/people-command';
import { ownServer } from '../../support/server/own-server';

/** An OpenID provider that knows one person at a time, and remembers how it was asked. */
async function openIdProvider() {
  const provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, 'localhost');
  const asked: URLSearchParams[] = [];
  const state = { subject: 'zoe-at-entra', claims: {} as Record<string, unknown> };
  provider.service.on(Events.BeforeTokenSigning, (token: { payload: Record<string, unknown> }) => {
    Object.assign(
      token.payload,
      { sub: state.subject, email: 'ada@candour.example', email_verified: true },
      state.claims,
    );
  });
  provider.service.on(Events.BeforeAuthorizeRedirect, (_, request: { url?: string }) => {
    asked.push(new URL(request.url ?? '', 'http://provider').searchParams);
  });
  return { issuer: provider.issuer.url ?? '', asked, state, stop: () => provider.stop() };
}

test('single sign-on: linked by invitation, matched by issuer and subject, never by e-mail; a forged return is refused', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const provider = await openIdProvider();
  const server = await ownServer((address) => ({
    AUTH_URL: address,
    AUTH_OIDC_ISSUER: provider.issuer,
    AUTH_OIDC_NAME: 'Council account',
    AUTH_OIDC_ID: 'candour',
    AUTH_OIDC_SECRET: 'between us',
  }));
  const visitor = async (javaScriptEnabled = true) =>
    (await browser.newContext({ baseURL: server.address, javaScriptEnabled })).newPage();
  const identities = async () =>
    (await server.sql`select issuer, subject, person_id from identities`).map((row) => ({ ...row }));
  try {
    const stranger = await visitor();
    await stranger.goto('/sign-in?then=/account');
    const policy = (await stranger.request.get('/sign-in')).headers()['content-security-policy'];
    expect(policy).toContain(`form-action 'self' ${provider.issuer};`);
    await stranger.getByRole('button', { name: 'Sign in with Council account' }).click();
    // The provider says that this is ada@candour.example, verified: that opens nothing.
    await expect(stranger).toHaveURL(`${server.address}/sign-in?trouble=unknown`);
    await expect(stranger.locator('.error-summary')).toContainText(
      'not known here yet. Ask your administrator for an invitation.',
    );
    expect(await identities()).toEqual([]);
    const [request] = provider.asked;
    expect(Object.fromEntries(request ?? [])).toMatchObject({
      client_id: 'candour',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${server.address}/api/auth/callback/oidc`,
    });
    for (const check of ['code_challenge', 'state', 'nonce']) expect(request?.get(check)?.length).toBeGreaterThan(30);

    const added = peopleCommand(server.env, 'add', 'Zoe Park', 'zoe@candour.example', '--by', 'ada@candour.example');
    const invited = await visitor(false);
    await invited.goto(invitationIn(added.output));
    await invited.getByRole('button', { name: 'Use Council account' }).click();
    await expect(invited).toHaveURL(`${server.address}/work`);
    await expect(invited.getByRole('banner')).toContainText('Zoe Park');
    const [linked] = await identities();
    expect(linked).toMatchObject({ issuer: provider.issuer, subject: 'zoe-at-entra' });

    const zoe = await visitor();
    await zoe.goto('/sign-in?then=/account');
    await zoe.getByRole('button', { name: 'Sign in with Council account' }).click();
    await expect(zoe).toHaveURL(`${server.address}/account`);
    await expect(zoe.getByRole('main')).toContainText('You sign in without a password here');

    // Somebody else's invitation does not move Zoe's identity to them.
    const other = peopleCommand(server.env, 'invite', 'cal@candour.example', '--by', 'ada@candour.example');
    const thief = await visitor();
    await thief.goto(invitationIn(other.output));
    await thief.getByRole('button', { name: 'Use Council account' }).click();
    await expect(thief).toHaveURL(/trouble=invitation/);
    expect(await identities()).toHaveLength(1);

    // Another subject, a wrong nonce, another issuer: each is nobody.
    for (const claims of [
      { sub: 'somebody' },
      { nonce: 'forged' },
      { iss: 'http://evil.example' },
      { aud: 'another' },
    ]) {
      provider.state.claims = claims;
      const page = await visitor();
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Sign in with Council account' }).click();
      await expect(page.locator('.error-summary')).toContainText(/not known here yet|did not work this time/);
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('candour-session');
    }
    provider.state.claims = {};

    // A return that this browser did not set out for, and one whose state was swapped.
    const forged = await visitor();
    await forged.goto(`/api/auth/callback/oidc?code=stolen&state=${'s'.repeat(43)}`);
    await expect(forged.locator('.error-summary')).toContainText('Single sign-on did not work this time');
    await forged.goto('/sign-in?trouble=<script>alert(1)</script>&error=Configuration');
    await expect(forged.locator('.error-summary')).toContainText('Single sign-on did not work this time');
    for (const path of [
      'session',
      'csrf',
      'providers',
      'signin',
      'signout',
      'error',
      'callback/password',
      'callback/oidc/x',
    ])
      expect((await forged.request.get(`/api/auth/${path}`)).status(), path).toBe(404);
    expect(
      (await forged.request.post('/api/auth/callback/password', { form: { email: 'a', password: 'b' } })).status(),
    ).toBe(405);

    expect(peopleCommand(server.env, 'leave', 'zoe@candour.example', '--by', 'ada@candour.example').code).toBe(0);
    await zoe.goto('/account');
    await zoe.getByRole('button', { name: 'Sign in with Council account' }).click();
    await expect(zoe).toHaveURL(/trouble=unknown/);

    await provider.stop();
    const late = await visitor();
    await late.goto('/sign-in');
    await late.getByRole('button', { name: 'Sign in with Council account' }).click();
    await expect(late.locator('.error-summary')).toContainText('did not work this time');
  } finally {
    await provider.stop().catch(() => {});
    await server.stop();
  }
});
