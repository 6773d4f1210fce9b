import { createMemoryTeamStore } from '#adapters/memory/team-store.ts';
import { describeTeamStore } from './team-store-suite.ts';

describeTeamStore('memory', async () => ({ store: createMemoryTeamStore(), close: async () => undefined }));
