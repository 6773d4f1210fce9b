'use client';
import { useState } from 'react';
import parts from '../../frame/page-parts.module.css';

type Props = {
  label: string;
  value: number;
  onValue: (value: number) => void;
  least: number;
  most: number;
  whole?: boolean;
  testId?: string;
};

/** A number that is typed. What is no number within bounds is marked and changes nothing. */
export function NumberField({ label, value, onValue, least, most, whole = false, testId }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(value);
  return (
    <label className={parts.field}>
      {label}
      <input
        inputMode={whole ? 'numeric' : 'decimal'}
        value={shown}
        aria-invalid={numberIn(shown, least, most, whole) === null}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = numberIn(event.target.value, least, most, whole);
          if (number !== null) onValue(number);
        }}
        onBlur={() => setTyped(null)}
        data-testid={testId}
      />
    </label>
  );
}

function numberIn(text: string, least: number, most: number, whole: boolean): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text.trim());
  if (!Number.isFinite(number) || number < least || number > most) return null;
  return whole && !Number.isInteger(number) ? null : number;
}
