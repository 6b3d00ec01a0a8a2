import { sendAddress } from '@/lib/proofread/page-words';

type Props = {
  /** What was pasted before, to be mended and read again. */
  text: string;
  on: string;
  problem: string | null;
};

/** A report as a file or as pasted text, to be read against its own figures. */
export function ProofreadForm({ text, on, problem }: Props) {
  return (
    <form method="post" action={sendAddress} encType="multipart/form-data" className="proofread-form">
      {problem !== null && (
        <p className="notice" role="alert" id="problem">
          {problem}
        </p>
      )}
      <p>
        <label htmlFor="text">A table or a report, pasted</label>
        <span id="text-hint">Cells copied from a spreadsheet with their headings, or the words of a report.</span>
        <textarea id="text" name="text" rows={10} defaultValue={text} spellCheck={false} aria-describedby="text-hint" />
      </p>
      <p>
        <label htmlFor="file">Or a file</label>
        <span id="file-hint">An Excel workbook (.xlsx), a CSV file, or a text (.txt), of up to 1 MB.</span>
        <input id="file" name="file" type="file" accept=".xlsx,.csv,.txt,.tsv" aria-describedby="file-hint" />
      </p>
      <p>
        <label htmlFor="on">The day of the report</label>
        <span id="on-hint">Promises are judged by it. Empty means today.</span>
        <input id="on" name="on" type="text" defaultValue={on} autoComplete="off" aria-describedby="on-hint" />
      </p>
      <button type="submit">Read it</button>
    </form>
  );
}
