import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { settings } from '@/app/_server/settings';
import { SignalSprite } from '@/components/sign/signal-sprite';
import { SymbolSprite } from '@/components/sign/symbol-sprite';
import { ChartSpecimen } from '@/components/specimen/chart-specimen';
import { FormSpecimen } from '@/components/specimen/form-specimen';
import { SignSpecimen } from '@/components/specimen/sign-specimen';

export const metadata: Metadata = { title: 'Specimen', robots: { index: false } };

/** Every part of the pages in every state, for developers who change one: in development, and where a setting asks for it. */
export default function SpecimenPage() {
  if (!settings().specimen) notFound();
  return (
    <main id="main">
      <SymbolSprite />
      <SignalSprite />
      <h1>Specimen</h1>
      <SignSpecimen />
      <FormSpecimen />
      <ChartSpecimen />
    </main>
  );
}
