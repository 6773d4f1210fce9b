import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { operationIds } from '#wire/http/operations.ts';
import { PROBLEMS } from '#wire/http/problem.ts';
import ApiDocsPage from '../../../app/api-docs/page.tsx';

vi.mock('next/headers', () => ({ cookies: async () => new Map([['citywall.lang', { value: 'en' }]]) }));

describe('the page of the API', () => {
  it('shows every operation and problem code, and no link of it leads nowhere', async () => {
    const html = renderToStaticMarkup(await ApiDocsPage());
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const id of [...operationIds, ...Object.keys(PROBLEMS)]) expect(ids).toContain(id);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(200);
    for (const target of targets) expect(ids).toContain(target);
    expect(html).toContain('Who may call it');
    expect(html).toMatch(/application\/json<\/code> .*?\[<a href="#schema-Report">Report<\/a>\]/);
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });
});
