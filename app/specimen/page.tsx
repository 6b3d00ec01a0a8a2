import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { settings } from '@/app/_server/server-settings';
import { SymbolSprite } from '@/components/sign/sign-shapes';
import { SignalSprite } from '@/components/sign/signal-sprite';
import { ChartSpecimen } from '@/components/specimen/chart-specimen';
import { FormSpecimen } from '@/components/specimen/form-specimen';
import { ImportSpecimen } from '@/components/specimen/import-specimen';
import { ImportSpecimenPage } from '@/components/specimen/import-specimen-page';
import { states } from '@/components/specimen/import-states';
import { SignSpecimen } from '@/components/specimen/sign-specimen';

export const metadata: Metadata = { title: 'Specimen', robots: { index: false } };

/** Every part of the pages in every state, for developers who change one: in development, and where a setting asks for it. */
export default async function SpecimenPage({ searchParams }: PageProps<'/specimen'>) {
  if (!settings().specimen) notFound();
  const { file } = await searchParams;
  if (typeof file === 'string') {
    if (!Object.hasOwn(states, file)) notFound();
    return (
      <main id="main">
        <ImportSpecimenPage state={file} />
      </main>
    );
  }
  return (
    <main id="main">
      <SymbolSprite />
      <SignalSprite />
      <h1>Specimen</h1>
      <SignSpecimen />
      <FormSpecimen />
      <ChartSpecimen />
      <ImportSpecimen />
    </main>
  );
}
