import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { workbookLimits } from '@/lib/workbook/workbook-limits';

const mostFile = `${workbookLimits.fileBytes / 1_048_576} MB`;

type Props = {
  /** From which page the file is sent, which is where its sender is led back to. */
  from: 'settings' | 'work';
  /** Why the file that was sent before did not come in. */
  trouble: string | null;
  fresh: string;
};

/** A file to be read. It is sent to an address of its own, which takes more than a form may hold. */
export function FileForm({ from, trouble, fresh }: Props) {
  return (
    <form method="post" action="/api/bring-in" encType="multipart/form-data" className="send-file">
      <ErrorSummary problems={trouble ? [{ field: 'file', sentence: trouble }] : []} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="key" value={fresh} />
      <Field
        name="file"
        label="Which file?"
        hint={`An Excel workbook (XLSX) or a CSV file, of up to ${mostFile}, as you keep it. Nothing is saved before you have seen what was understood.`}
        problem={trouble ?? undefined}
      >
        {(attributes) => <input {...attributes} type="file" name="file" accept=".xlsx,.csv,.txt,.tsv" />}
      </Field>
      <button type="submit" className="button">
        Read the file
      </button>
    </form>
  );
}
