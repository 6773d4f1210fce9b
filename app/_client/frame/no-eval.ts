import { config } from 'zod/v4/core';

// The pages' policy lets no text be run as a script. Zod would try whether it may, and that counts as an attempt. Where
// pages are rendered the API shares this setting, and there it may.
if (typeof window !== 'undefined') config({ jitless: true });
