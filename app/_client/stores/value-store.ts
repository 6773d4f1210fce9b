import { Signal } from './signal.ts';

/** A store of one immutable value, replaced as a whole. */
export class ValueStore<Value> extends Signal {
  #value: Value;

  constructor(initial: Value) {
    super();
    this.#value = initial;
  }

  get value(): Value {
    return this.#value;
  }

  set(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.changed();
  }
}
