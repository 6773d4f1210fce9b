'use client';
import { useEffect } from 'react';
import { ACTS, type ActId } from '../acts/acts.ts';
import type { Desk } from '../desk.ts';
import { BULK_ACTS, type BulkAct } from '../queue/bulk/bulk.ts';
import { actOfKey, type KeyAct } from './key-map.ts';
import { keyTargetOf } from './key-target.ts';

/** Lets the keyboard work the desk while this component is there. */
export function useDeskKeys(desk: Desk): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      // An open dialog or list of choices has the keyboard to itself.
      const { keys, load, sound, views } = desk.view.value;
      if (event.defaultPrevented || keys || load || sound || views) return;
      const act = actOfKey(event, keyTargetOf(event.target));
      if (act === null) return;
      event.preventDefault();
      carryOut(desk, act);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [desk]);
}

function carryOut(desk: Desk, act: KeyAct): void {
  switch (act) {
    case 'next':
    case 'previous':
      focus('desk-queue');
      desk.queue.step(act === 'next' ? 1 : -1);
      return;
    case 'mark-next':
    case 'mark-previous':
      focus('desk-queue');
      desk.queue.step(act === 'mark-next' ? 1 : -1, desk.queue.source.name === 'alerts');
      return;
    case 'mark':
      if (desk.queue.selected !== null && desk.queue.source.name === 'alerts') desk.queue.mark(desk.queue.selected);
      return;
    case 'unfold':
    case 'close-card': {
      const card = desk.queue.selectedCard;
      if (card !== null && card.open === (act === 'close-card')) desk.queue.toggle(card.id);
      return;
    }
    case 'grouping':
      return focus('desk-grouping');
    case 'open': {
      const card = desk.queue.selectedCard;
      if (card !== null) return desk.openCard(card);
      const item = desk.queue.selectedItem;
      if (item === null) return;
      void desk.openLine(item);
      focus('desk-case');
      return;
    }
    case 'alerts':
    case 'requests':
    case 'supervisions':
    case 'tasks':
      desk.show(act);
      return focus('desk-queue');
    case 'filter':
      return focus('desk-filter');
    case 'find':
      return focus('desk-finder');
    case 'comment':
      return void (desk.askBulk('comment') || focus('desk-comment'));
    case 'merge':
      return desk.queue.merge();
    case 'fold':
      return desk.fold({ steps: !desk.view.value.steps });
    case 'timeline':
      return desk.fold({ wholeTimeline: !desk.view.value.wholeTimeline });
    case 'keys':
      return desk.fold({ keys: true });
    case 'leave':
      if (desk.bulk.value.phase !== 'idle') return desk.bulk.leave();
      if (desk.queue.marks.cases.size > 0 && desk.queue.hasKeyboard) return desk.queue.unmark();
      desk.fold({ walls: false });
      if (desk.forms.value === null && desk.forms.conflict.value === null) {
        desk.runner.dismiss();
        focus('desk-case');
      } else desk.forms.leave();
      return;
    case 'load':
      return desk.fold({ load: true });
    case 'sound':
      return desk.fold({ sound: true });
    case 'views':
      return desk.fold({ views: true });
    case 'shelve':
      return desk.askToShelve();
    case 'export':
      return void desk.askBulk('export');
    case 'take':
      return void (desk.askBulk('take') || desk.take());
    case 'release':
      return void (desk.askBulk('release') || desk.release());
    case 'show-on-wall':
      return desk.askForWall();
    default:
      // What is picked is meant, where the act can be done on several.
      if (isBulkAct(act) && desk.askBulk(act)) return;
      return void desk.begin(sharing(act));
  }
}

function isBulkAct(act: ActId): act is ActId & BulkAct {
  return BULK_ACTS.some((one) => one === act);
}

/** Acts that share a key: it goes to the one that is legal. */
function sharing(act: ActId): ActId[] {
  const key = ACTS.find(({ id }) => id === act)?.key;
  return ACTS.filter((one) => one.key === key).map(({ id }) => id);
}

function focus(id: string): void {
  document.getElementById(id)?.focus();
}
