import { DEFAULT_LOAD_LIMITS, type LoadLimits } from '#domain/alert/load-limits.ts';
import type { Principal } from '#domain/account/role.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import type { ClockThresholds } from '#domain/clock/clock.ts';
import { CANARY_SOURCE } from '#domain/feed/canary.ts';
import type { Located, Position } from '#domain/place/position.ts';
import type { Fix, Team } from '#domain/team/team.ts';
import type { Rejection } from '#wire/http/rejection.ts';
import type { Command, CommandResult, MoveRequest, Refusal } from '#wire/command.ts';
import type { IngestPort, MovePort } from './api-port.ts';
import type { AuditLine } from './audit-trail/audit-line.ts';
import { CANARY_ONLY_REPORTS, takeCanaries } from './canary/take-canaries.ts';
import type { Handbook } from './case/handbook.ts';
import { moveCase } from './case/move-case.ts';
import { CaseWriter } from './case/writer.ts';
import { closeAlert, shelveAlert } from './case/shelve-alert.ts';
import { takeAlert } from './case/take-alert.ts';
import { DeadlineKeeper, type KeeperFigures } from './deadline/keeper.ts';
import { keepReturns } from './deadline/return-alerts.ts';
import { keepSuspensions } from './deadline/resume-suspended.ts';
import { ingestCaseEvents } from './ingest/case-events.ts';
import { ingestPositions } from './ingest/positions.ts';
import type { FeedBeat } from './publish/live-parts.ts';
import { ingestReports, type IngestParts } from './ingest/reports.ts';
import type { CaseLog, Clock, Lease, LogEntry, SuspensionStore, TeamStore } from './ports.ts';

export type PlatformParts = {
  clock: Clock;
  log: CaseLog;
  lease: Lease;
  suspensions: SuspensionStore;
  /** Where load stops being bearable, as the city set it. */
  loadLimits?: () => LoadLimits;
  teams: TeamStore;
  thresholds: ClockThresholds;
  calendar: () => CompiledCalendar;
  handbook: () => Handbook;
  /** What the city sets about its moves. */
  rules: () => CaseRules;
  locate: (position: Position) => Located;
  placeOfCode: IngestParts['placeOfCode'];
  isSimulated: (source: string) => boolean;
  /** Receives what this node committed, in order, after commit. */
  onCommitted: (entries: readonly LogEntry[]) => void;
  /** Receives positions after they are stored. */
  onFixes: (source: string, fixes: readonly Fix[], receivedAt: number) => void;
  /** A source said that it is there. */
  onBeat: (beat: FeedBeat) => void;
  audit: (line: AuditLine) => Promise<void>;
  /** Why a comment on a case may not name these accounts, null where it may. Absent: nobody is named. */
  refuseMentions?: (caseNumber: string, ids: readonly string[]) => Promise<Refusal | null>;
  onLateness: (ms: number) => void;
  onFault: (what: string, error: unknown) => void;
};

/** What moves and times cases on one node: the writer, the deadlines, and the ways in for sources and people. */
export class Platform {
  readonly writer: CaseWriter;
  readonly keeper: DeadlineKeeper;
  readonly ingest: IngestPort;
  readonly moves: MovePort;
  private readonly parts: PlatformParts;
  private roster = new Map<string, Team>();
  private suspensions: { stop(): Promise<void> } | null = null;
  private returns: { stop(): Promise<void> } | undefined;
  private cancelRoster: () => void = () => undefined;

  constructor(parts: PlatformParts) {
    this.parts = parts;
    const { log, clock, calendar, thresholds, onCommitted, onFault } = parts;
    const now = (): number => clock.now();
    this.writer = new CaseWriter({ log, calendar, thresholds, onCommitted });
    this.keeper = new DeadlineKeeper({
      log,
      clock,
      lease: parts.lease,
      onCommitted,
      onLateness: parts.onLateness,
      onError: (error) => onFault('alerts could not be raised', error),
    });
    const ingest: IngestParts = {
      writer: this.writer,
      calendar,
      handbook: parts.handbook,
      rules: parts.rules,
      locate: (lon, lat) => parts.locate({ lon, lat }),
      placeOfCode: parts.placeOfCode,
      isSimulated: parts.isSimulated,
      now,
    };
    this.ingest = {
      reports: (who, items) => (isCanary(who) ? takeCanaries : ingestReports)(ingest, who, items),
      caseEvents: async (who, items) =>
        isCanary(who) ? items.map(() => onlyReports) : ingestCaseEvents(ingest, who, items),
      positions: async (who, fixes, receivedAt) => {
        if (isCanary(who)) return { accepted: 0, rejected: fixes.map((_, index) => ({ ...onlyReports, index })) };
        return ingestPositions(
          {
            teams: parts.teams,
            team: (code) => this.roster.get(code),
            onStored: (stored, at) => parts.onFixes(who.id, stored, at),
          },
          fixes,
          receivedAt,
        );
      },
      beat: (who, at, receivedAt) => {
        if (!isCanary(who)) parts.onBeat({ feed: who.id, eventAt: at, receivedAt });
      },
    };
    const move = { writer: this.writer, handbook: parts.handbook, rules: parts.rules, calendar, now };
    this.moves = {
      move: async (who, caseNumber, request) => {
        const refusal = await this.refuseMentions(caseNumber, request);
        return refusal === null ? moveCase(move, who, caseNumber, request) : { ok: false, refusal };
      },
      take: (who, alertId) => takeAlert({ log, now, onCommitted }, who, alertId, 'take'),
      release: (who, alertId) => takeAlert({ log, now, onCommitted }, who, alertId, 'release'),
      close: (who, alertId, order) => closeAlert({ log, now, onCommitted }, who, alertId, order),
      shelve: (who, alertId, order) =>
        shelveAlert({ log, now, onCommitted, mostHours: () => this.limits().shelveHours }, who, alertId, order),
    };
  }

  get deadlines(): KeeperFigures {
    return this.keeper.figures;
  }

  /** Begins to raise alerts. Rejects with StoreUnavailable. */
  async start(): Promise<void> {
    await this.readRoster();
    await this.keeper.start();
    const { suspensions: store, clock, lease, onFault } = this.parts;
    this.suspensions = keepSuspensions({
      store,
      writer: this.writer,
      clock,
      lease,
      onError: (error) => onFault('suspensions could not be ended', error),
    });
    this.returns = keepReturns({
      log: this.parts.log,
      clock,
      lease,
      idleMs: () => this.limits().returnMinutes * MINUTE_MS,
      onCommitted: this.parts.onCommitted,
      onError: (error) => onFault('alerts could not be brought back', error),
    });
    const timer = setInterval(
      () => void this.readRoster().catch((error: unknown) => onFault('the roster could not be read', error)),
      ROSTER_MS,
    );
    this.cancelRoster = () => clearInterval(timer);
  }

  /** Finishes what was accepted and gives the deadlines away. */
  async stop(): Promise<void> {
    this.cancelRoster();
    await this.suspensions?.stop();
    await this.returns?.stop();
    await this.keeper.stop();
    await this.writer.drain();
  }

  /** A command from a desk, with its audit line. */
  async execute(who: Principal, command: Command, address: string): Promise<CommandResult> {
    const result = await this.carryOut(who, command);
    const subject = command.name === 'move' ? command.caseNumber : String(command.alertId);
    await this.parts.audit({
      at: this.parts.clock.now(),
      actor: { kind: who.kind, id: who.id, name: who.name },
      role: who.role,
      act: command.name === 'move' ? `case.${command.request.move.move}` : `alert.${command.name}`,
      subject,
      result: result.ok ? 'done' : 'refused',
      detail: result.ok ? saidOf(command) : { code: result.refusal.code },
      address,
    });
    return result;
  }

  private carryOut(who: Principal, command: Command): Promise<CommandResult> {
    switch (command.name) {
      case 'move':
        return this.moves.move(who, command.caseNumber, command.request);
      case 'take':
        return this.moves.take(who, command.alertId);
      case 'release':
        return this.moves.release(who, command.alertId);
      case 'shelve':
        return this.moves.shelve(who, command.alertId, command.order);
      case 'close':
        return this.moves.close(who, command.alertId, command.order);
    }
  }

  private async refuseMentions(caseNumber: string, { move }: MoveRequest): Promise<Refusal | null> {
    const ids = move.move === 'comment' ? (move.mentions ?? []) : [];
    if (ids.length === 0) return null;
    const none: Refusal = { code: 'bad-argument', message: 'nobody may be named', why: { fault: 'no-person' } };
    return this.parts.refuseMentions?.(caseNumber, ids) ?? none;
  }

  /** Where the city's load stops being bearable. */
  private limits(): LoadLimits {
    return this.parts.loadLimits?.() ?? DEFAULT_LOAD_LIMITS;
  }

  private async readRoster(): Promise<void> {
    const teams = await this.parts.teams.roster();
    this.roster = new Map(teams.map((team) => [team.code, team]));
  }
}

/** What of a command its audit line keeps. */
function saidOf(command: Command): Record<string, string | number> {
  if ('order' in command) return { ...command.order };
  const move = command.name === 'move' ? command.request.move : null;
  return move?.move === 'comment' && move.mentions?.length ? { mentions: move.mentions.join(' ') } : {};
}

const MINUTE_MS = 60_000;
const ROSTER_MS = 30_000;

const isCanary = (who: Principal): boolean => who.id === CANARY_SOURCE;
const onlyReports: Rejection = { status: 'rejected', code: 'not-allowed', field: null, message: CANARY_ONLY_REPORTS };
