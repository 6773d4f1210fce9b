'use client';
import { useTranslations } from 'use-intl';
import { minuteText } from '../../i18n/instants.ts';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useScene } from '../../wall/scene-context.ts';

/** Who put what stands here, and until when; nothing while the playlist runs. */
export function useWhy(): readonly string[] {
  const said = useTranslations('scenes.why');
  const { why, by, endsAt } = useScene();
  const zone = useTimeZone();
  if (why === 'playlist' || by === null) return [];
  if (why === 'held') return [said('held', { name: by.name })];
  if (why === 'presented') return [said('presented', { name: by.name })];
  const pushed = said('pushed', { name: by.name });
  return endsAt === null ? [pushed] : [pushed, said('until', { time: minuteText(endsAt, zone) })];
}
