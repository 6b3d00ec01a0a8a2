import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AnnounceForm } from '../../../components/release/announce-form';
import { PublishForm } from '../../../components/release/publish-form';
import type { FormState } from '../../../lib/form/form-state';

const step = async (): Promise<FormState> => ({ problems: [], typed: {} });
const props = { open: true, hidden: {}, fresh: 'key', number: 2, warnings: [] };
const field = (html: string) => html.match(/<input[^>]*name="asAt"[^>]*>/)?.[0];

test('whoever announces is asked for the day that the scorecard speaks of; whoever publishes finds today there', () => {
  const announced = field(renderToStaticMarkup(createElement(AnnounceForm, { ...props, announce: step })));
  expect(announced).toContain('id="announced-asAt"');
  expect(announced).not.toContain('value=');
  const given = { ...props, asAt: '17 August 2018', publish: step };
  expect(field(renderToStaticMarkup(createElement(PublishForm, given)))).toContain('value="17 August 2018"');
});
