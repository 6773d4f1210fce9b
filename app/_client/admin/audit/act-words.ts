'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

/** Acts that are named by themselves. A dot cannot be part of a message's key. */
const NAMED = {
  'sign-in': 'signIn',
  'sign-out': 'signOut',
  'backup-codes': 'backupCodes',
  password: 'password',
  denied: 'denied',
  'case.reporter': 'reporter',
  'alert.take': 'alertTake',
  'alert.release': 'alertRelease',
  'alert.shelve': 'alertShelve',
  'alert.close': 'alertClose',
  'alert.pass': 'alertPass',
  'handover.make': 'handoverMake',
  'handover.sign': 'handoverSign',
  'handover.put-away': 'handoverPutAway',
  'history.export': 'historyExport',
  'desk-view.save': 'viewSave',
  'desk-view.remove': 'viewRemove',
  'load-limits.change': 'loadLimits',
  'task.take': 'taskTake',
  'list.apply': 'listApply',
  'list.undo': 'listUndo',
  'rules.change': 'rules',
  'evaluation.settings': 'evaluation',
  'wall.save': 'wallSave',
  'wall.remove': 'wallRemove',
  'screen.enter': 'screenEnter',
  'screen.approve': 'screenApprove',
  'screen.deny': 'screenDeny',
  'screen.revoke': 'screenRevoke',
  'briefing.save': 'briefingSave',
  'briefing.remove': 'briefingRemove',
  'account.make': 'accountMake',
  'account.change': 'accountChange',
  'account.disable': 'accountDisable',
  'account.enable': 'accountEnable',
  'account.password': 'accountPassword',
  'account.unlock': 'accountUnlock',
  'account.forget-code': 'accountForgetCode',
  'account.end-sessions': 'accountEndSessions',
  'account.import': 'accountImport',
  'account.first': 'accountFirst',
  'source.key': 'sourceKey',
  'screen.key': 'screenKey',
  'key.revoke': 'keyRevoke',
  'audit.chain': 'auditChain',
  'audit.export': 'auditExport',
  'audit.verify': 'auditVerify',
  'audit.prune': 'auditPrune',
} as const;

/** What the part before an act's dot is about. */
const GROUPS = {
  'case.': 'case',
  'alert.': 'alert',
  'list.': 'list',
  'wall.': 'wall',
  'screen.': 'screen',
  'briefing.': 'briefing',
  'account.': 'account',
  'audit.': 'audit',
} as const;

const MOVES = [
  ...['accept', 'decline', 'verify', 'file', 'dispatch', 'return', 'feed-back', 'check', 'rework', 'extend'],
  ...['suspend', 'resume', 'supervise', 'lift-supervision', 'urge', 'send-team', 'comment', 'void', 'close', 'ask'],
  ...['answer', 'pass', 'self-handle', 'support', 'shorten', 'reply', 'join'],
] as const;

/** Names an act: `案件：受理`, `Case: accept`. One that nobody named stands for itself. */
export function useActName(): (act: string) => string {
  const t = useTranslations('audit.act');
  const groups = useTranslations('audit.group');
  const moves = useTranslations('move');
  return useCallback(
    (act: string) => {
      const known = keyIn(NAMED, act);
      if (known !== undefined) return t(NAMED[known]);
      const group = keyIn(GROUPS, `${act.split('.', 1)[0] ?? ''}.`);
      if (group === undefined) return act;
      const rest = act.slice(group.length);
      if (rest === '') return groups('all', { group: groups(GROUPS[group]) });
      const move = group === 'case.' ? MOVES.find((one) => one === rest) : undefined;
      const name = move === undefined ? rest : moves(`${move as 'accept'}.name`);
      return groups('one', { group: groups(GROUPS[group]), name });
    },
    [t, groups, moves],
  );
}

/** What acts can be narrowed to: each that occurs, and all of a group where it has several. */
export function actChoices(acts: readonly string[]): string[] {
  const several = Object.keys(GROUPS).filter((group) => acts.filter((act) => act.startsWith(group)).length > 1);
  return [...several, ...acts];
}

function keyIn<Names extends object>(names: Names, key: string): keyof Names | undefined {
  return Object.hasOwn(names, key) ? (key as keyof Names) : undefined;
}
