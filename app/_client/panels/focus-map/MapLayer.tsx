'use client';
import { useEffect } from 'react';
import { LAYER_NAMES, makeLayer, type LayerChoice, type LayerName } from '../../layers/index.ts';
import type { LayerContext } from '../../layers/layer.ts';
import type { LayerStack } from '../../layers/layer-stack.ts';

/** One layer of a map; another choice of options is another layer in the same place. Draws nothing itself. */
export function MapLayer<Name extends LayerName>({
  name,
  options,
  context,
  layers,
}: {
  name: Name;
  options: NonNullable<LayerChoice[Name]>;
  context: LayerContext;
  layers: LayerStack;
}) {
  const text = JSON.stringify(options);
  useEffect(
    () =>
      layers.add(
        makeLayer(name, context, JSON.parse(text) as NonNullable<LayerChoice[Name]>),
        LAYER_NAMES.indexOf(name),
      ),
    [name, text, context, layers],
  );
  return null;
}
