/** Posts JSON to the server; its answer, whatever the status. Rejects when it cannot be reached or says no JSON. */
export async function postForAnswer(
  path: string,
  given: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(given),
    cache: 'no-store',
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
