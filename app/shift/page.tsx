import { ShiftPage } from '#client/shift/ShiftPage.tsx';

/** What the next shift gets, and the handovers of before. */
export default function Page() {
  return <ShiftPage />;
}
