import type { Role } from '#domain/account/role.ts';
import { ALERT_TAKERS, READERS } from '#wire/http/access.ts';

/** The faces that are worked at a table: administration, evaluation, and the shift's own papers. */
export type FrameId = 'admin' | 'evaluation' | 'shift';

/** A page in the side navigation. `name` is its key under `frame.way`. */
export type Way = { readonly address: string; readonly name: WayName };
export type WayGroup = {
  readonly name: 'inForce' | 'rules' | 'bring' | 'glass' | 'people' | 'figures' | 'basis' | null;
  readonly ways: readonly Way[];
  /** Whose pages these are, where the frame has several who share nothing; everybody's in the frame without it. */
  readonly of?: Role;
};

export type WayName =
  | 'overview'
  | 'catalogue'
  | 'limits'
  | 'calendar'
  | 'places'
  | 'departments'
  | 'components'
  | 'moves'
  | 'load'
  | 'indicators'
  | 'lists'
  | 'walls'
  | 'screens'
  | 'accounts'
  | 'audit'
  | 'league'
  | 'patrol'
  | 'departmentLeague'
  | 'posts'
  | 'series'
  | 'definitions'
  | 'handover'
  | 'history';

/** Where one can go in each frame, in reading order. */
export const WAYS: Readonly<Record<FrameId, readonly WayGroup[]>> = {
  admin: [
    { name: null, of: 'administrator', ways: [{ address: '/admin', name: 'overview' }] },
    {
      name: 'inForce',
      of: 'administrator',
      ways: [
        { address: '/admin/catalogue', name: 'catalogue' },
        { address: '/admin/limits', name: 'limits' },
        { address: '/admin/calendar', name: 'calendar' },
        { address: '/admin/places', name: 'places' },
        { address: '/admin/departments', name: 'departments' },
        { address: '/admin/components', name: 'components' },
      ],
    },
    {
      name: 'rules',
      of: 'administrator',
      ways: [
        { address: '/admin/moves', name: 'moves' },
        { address: '/admin/load', name: 'load' },
        { address: '/admin/indicators', name: 'indicators' },
      ],
    },
    { name: 'bring', of: 'administrator', ways: [{ address: '/admin/lists', name: 'lists' }] },
    {
      name: 'glass',
      of: 'administrator',
      ways: [
        { address: '/admin/walls', name: 'walls' },
        { address: '/admin/screens', name: 'screens' },
      ],
    },
    { name: 'people', of: 'security-administrator', ways: [{ address: '/admin/accounts', name: 'accounts' }] },
    { name: 'people', of: 'auditor', ways: [{ address: '/admin/audit', name: 'audit' }] },
  ],
  evaluation: [
    {
      name: 'figures',
      ways: [
        { address: '/evaluation', name: 'league' },
        { address: '/evaluation/departments', name: 'departmentLeague' },
        { address: '/evaluation/posts', name: 'posts' },
        { address: '/evaluation/series', name: 'series' },
        { address: '/evaluation/patrol', name: 'patrol' },
      ],
    },
    { name: 'basis', ways: [{ address: '/evaluation/definitions', name: 'definitions' }] },
  ],
  shift: [
    {
      name: null,
      ways: [
        { address: '/shift', name: 'handover' },
        { address: '/shift/history', name: 'history' },
      ],
    },
  ],
};

/**
 * Whose work each face is. The server decides with every answer what an account may read; this says it before.
 */
export const MAY: Readonly<Record<FrameId | 'desk', readonly Role[]>> = {
  admin: ['administrator', 'security-administrator', 'auditor'],
  evaluation: ['leader', 'duty-officer', 'administrator'],
  shift: ALERT_TAKERS,
  desk: READERS,
};

/** The pages of a frame that somebody works with. */
export function waysOf(frame: FrameId, role: Role): readonly WayGroup[] {
  return WAYS[frame].filter(({ of }) => of === undefined || of === role);
}

/** Whose page an address is; null where it is everybody's in the frame. */
export function ownerOf(frame: FrameId, path: string): Role | null {
  const ways = WAYS[frame].flatMap(({ ways: pages, of }) => pages.map(({ address }) => ({ address, of })));
  return ways.find(({ address }) => isBelow(path, address, frame))?.of ?? null;
}

/** A page below a way's own belongs to it, but the first page has the whole frame below it. */
export function isBelow(path: string, address: string, frame: FrameId): boolean {
  return path === address || (address !== `/${frame}` && path.startsWith(`${address}/`));
}
