/**
 * Who acts. Posts of the two centres after CJJ/T 106: 受理员 operator, 值班长 duty officer, 派遣员 dispatcher,
 * 专业部门 department, 监督员 collector, 领导 leader. Three run the platform, and none does another's part (三员分立):
 * the 系统管理员 administrator its settings, lists and screens, the 安全管理员 security administrator accounts and
 * sessions, the 审计员 auditor reads what was done. None of them moves a case.
 * A screen and a source are machines with keys of their own.
 */
export const ROLES = [
  'administrator',
  'security-administrator',
  'auditor',
  'leader',
  'duty-officer',
  'operator',
  'dispatcher',
  'department',
  'collector',
  'screen',
  'source',
] as const;
export type Role = (typeof ROLES)[number];

/** An account's reach: the code of the place whose data it may see and act on ('120000' = the whole city). */
export type PlaceScope = string;

/** Who did something, as kept in the event log. `id` is stable; `name` is what the timeline shows. */
export type Actor = { kind: 'person' | 'source' | 'system'; id: string; name: string };

/** Somebody signed in (person, screen or source), as every use case receives it. */
export type Principal = Actor & {
  role: Role;
  scope: PlaceScope;
  department: string | null;
  /** Of a screen: which of its keys it came by, so that a new key ends what the old one opened. */
  key?: string;
};
