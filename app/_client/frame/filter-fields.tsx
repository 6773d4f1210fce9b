'use client';
import parts from './page-parts.module.css';

type SearchProps = { label: string; value: string; hint?: string; onChange: (words: string) => void };

/** Where the words are typed that a page's list is narrowed by. */
export function SearchField({ label, value, hint, onChange }: SearchProps) {
  return (
    <label className={parts.field} data-wide>
      {label}
      <input
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={hint}
        data-testid="search"
      />
    </label>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  /** Empty: none is chosen. */
  value: Value | '';
  /** What stands for no choice. */
  all: string;
  choices: readonly { readonly value: Value; readonly name: string }[];
  onChoose: (value: Value | '') => void;
  className?: string | undefined;
  testId?: string;
};

/** One of several that a page's list is narrowed to, or all. */
export function ChoiceField<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, all, choices, onChoose, className = '', testId } = props;
  return (
    <label className={`${parts.field} ${className}`}>
      {label}
      <select
        value={value}
        data-testid={testId}
        onChange={(event) => onChoose(choices.find((one) => one.value === event.target.value)?.value ?? '')}
      >
        <option value="">{all}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}
