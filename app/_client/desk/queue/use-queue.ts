'use client';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import type { QueueStore } from './queue-store.ts';
import type { QueueName } from './queues.ts';

/** The queue in sight and its name. */
export function useQueue(): { readonly name: QueueName; readonly queue: QueueStore } {
  const desk = useDesk();
  const name = useStored(desk.shown, 0);
  return { name, queue: desk.queues[name] };
}
