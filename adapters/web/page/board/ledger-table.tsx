import type { Ledger } from '../../../../src/domain/digest.ts';
import { useWords } from '../words/index.ts';

const PARTS = ['themed', 'none', 'withheld', 'withdrawn', 'unprocessed', 'total'] as const;

/** Where every contribution ended; the last line is the sum of the others. */
export function LedgerTable({ ledger }: { ledger: Ledger }) {
  const words = useWords();
  return (
    <details class="ledger">
      <summary>{words.ledger}</summary>
      <table>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part} data-part={part}>
              <th scope="row">{words.ledgerParts[part]}</th>
              <td>{ledger[part]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
