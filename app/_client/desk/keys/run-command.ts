import { ACTS, type ActId } from '../acts/acts.ts';
import type { Desk } from '../desk.ts';
import { isBulkAct } from '../queue/bulk/bulk.ts';
import type { CommandId } from './desk-commands.ts';
import { undoLast } from './undo.ts';

/** Carries out a command of the desk, by its key or from the palette. What is not possible now does nothing. */
export function runCommand(desk: Desk, id: CommandId): void {
  switch (id) {
    case 'next':
    case 'previous':
      focus('desk-queue');
      desk.queue.step(id === 'next' ? 1 : -1);
      return;
    case 'mark-next':
    case 'mark-previous':
      focus('desk-queue');
      desk.queue.step(id === 'mark-next' ? 1 : -1, desk.queue.source.name === 'alerts');
      return;
    case 'mark':
      if (desk.queue.selected !== null && desk.queue.source.name === 'alerts') desk.queue.mark(desk.queue.selected);
      return;
    case 'unfold':
    case 'close-card': {
      const card = desk.queue.selectedCard;
      if (card !== null && card.open === (id === 'close-card')) desk.queue.toggle(card.id);
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
      desk.show(id);
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
    case 'leave':
      return leave(desk);
    case 'palette':
    case 'mentions':
    case 'keys':
    case 'load':
    case 'sound':
    case 'views':
      return desk.fold({ [id]: true });
    case 'shelve':
    case 'close-alert':
      return desk.askAbout(id);
    case 'export':
      return void desk.askBulk('export');
    case 'take':
      return void (desk.askBulk('take') || desk.take());
    case 'release':
      return void (desk.askBulk('release') || desk.release());
    case 'undo':
      return void undoLast(desk);
    case 'show-on-wall':
      return desk.askForWall();
    case 'handover':
    case 'history':
      return document.getElementById(`desk-${id}`)?.click();
    case 'sign-out':
      return document.getElementById('desk-sign-out')?.click();
    default:
      // What is picked is meant, where the act can be done on several.
      if (isBulkAct(id) && desk.askBulk(id)) return;
      return void desk.begin(sharing(id));
  }
}

/** Moves that share a key: it goes to the one that is legal, of those the one that was asked for. */
export function sharing(id: ActId): ActId[] {
  const key = ACTS.find((act) => act.id === id)?.key;
  return [id, ...ACTS.filter((act) => act.key === key && act.id !== id).map((act) => act.id)];
}

function leave(desk: Desk): void {
  if (desk.bulk.value.phase !== 'idle') return desk.bulk.leave();
  if (desk.queue.marks.cases.size > 0 && desk.queue.hasKeyboard) return desk.queue.unmark();
  desk.fold({ walls: false });
  if (desk.forms.value === null && desk.forms.conflict.value === null) {
    desk.runner.dismiss();
    focus('desk-case');
  } else desk.forms.leave();
}

function focus(id: string): void {
  document.getElementById(id)?.focus();
}
