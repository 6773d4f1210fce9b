'use client';
import { useEffect, useState } from 'react';
import parts from './page-parts.module.css';

const AFTER_MS = 350;

type TypedProps = {
  label: string;
  hint?: string;
  value: string;
  /** Signs that fit in. */
  most: number;
  onTyped: (words: string) => void;
  testId: string;
};

/** A text that is asked about when the typing pauses. */
export function TypedField({ label, hint, value, most, onTyped, testId }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onTyped(typed), AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onTyped]);
  return (
    <label className={parts.field}>
      {label}
      <input
        type="search"
        value={typed}
        placeholder={hint}
        maxLength={most}
        onChange={(event) => setTyped(event.target.value)}
        data-testid={testId}
      />
    </label>
  );
}

type DayProps = { label: string; value: string; onChange: (day: string) => void; testId: string };

/** A day, as `2026-11-23`; empty for none. */
export function DayField({ label, value, onChange, testId }: DayProps) {
  return (
    <label className={parts.field}>
      {label}
      <input type="date" value={value} onChange={(event) => onChange(event.target.value)} data-testid={testId} />
    </label>
  );
}
