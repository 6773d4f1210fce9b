'use client';
import { useMemo, useState } from 'react';
import type { Status } from '#wire/figures.ts';
import type { BaseMap } from '../../map/base.ts';
import type { Aim } from '../../map/MapCanvas.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useCase, type HeldCase } from '../case-facts/use-case.ts';
import { lookOf, subjectOf, type CaseSpot, type Subject } from './aim.ts';
import type { MapLook } from './options.ts';

const selectFocus = ({ view }: Status) => view.focus;
/**
 * Where the map looks and what that is. While a new look cannot be known (its case has not come yet) the map stays where
 * it was; null before it ever knew one. `startsAt`: the server instant at which the look was to begin, null at once.
 */
export function useAim(
  look: MapLook,
  base: BaseMap | null,
  startsAt: number | null,
): { subject: Subject; aim: Aim } | null {
  const picture = usePicture();
  const names = useDictionary();
  const focus = useFrame(picture.status, selectFocus);
  const held = useCase(look.kind === 'case' ? look.number : null);
  const spot = held === null ? null : spotOf(held);
  const spotText = JSON.stringify(spot);
  const lookText = JSON.stringify(look);
  const found = useMemo(() => {
    if (focus === null || base === null) return null;
    return subjectOf(JSON.parse(lookText) as MapLook, focus, base, names, JSON.parse(spotText) as CaseSpot | null);
  }, [focus, base, lookText, names, spotText]);
  const foundText = found === null ? null : JSON.stringify(found);
  const [kept, setKept] = useState<{ text: string; subject: Subject; startsAt: number | null } | null>(null);
  if (found !== null && foundText !== null && kept?.text !== foundText) {
    setKept({ text: foundText, subject: found, startsAt });
  }
  return useMemo(() => {
    // A map that is told of a case it cannot find yet looks at the busiest part meanwhile.
    const subject = kept?.subject ?? found ?? (focus === null ? null : busyPart(focus));
    if (subject === null) return null;
    const aim: Aim = {
      key: JSON.stringify(subject.ground),
      look: (size, u) => lookOf(subject, size, u),
      startsAt: kept?.startsAt ?? null,
    };
    return { subject, aim };
  }, [kept, found, focus]);
}

function busyPart({ bounds, districtCodes, nameZh, nameEn }: Status['view']['focus']): Subject {
  return { ground: { bounds }, codes: districtCodes, name: { nameZh, nameEn } };
}

/** Where a case lies; null for one without a position, which no map can look at. */
function spotOf({ detail: { summary } }: HeldCase): CaseSpot | null {
  const { position, place, categoryKey } = summary;
  return position === null ? null : { ...position, subdistrictCode: place.subdistrictCode, categoryKey };
}
