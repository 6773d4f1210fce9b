'use client';
import { useEffect } from 'react';
import { whenServerAnswers } from '#client/realtime/reload.ts';

const AGAIN_MS = 5_000;

/** The very last net: dark and quiet, in both languages, and gone by itself as soon as the server gives a page. */
export default function GlobalError({ error }: { error: Error }) {
  useEffect(() => {
    console.error('the page failed and is loaded anew', error);
    const timer = setTimeout(() => void whenServerAnswers().then(() => location.reload()), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [error]);
  return (
    <html lang="zh-CN">
      <body style={{ margin: '20vh 10vw', background: '#0b0f11', color: '#b8bfc4', font: '1.4rem/1.8 sans-serif' }}>
        <p>画面正在自行恢复。</p>
        <p lang="en">This screen is coming back by itself.</p>
      </body>
    </html>
  );
}
