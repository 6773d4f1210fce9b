import { AccountsPage } from '#client/admin/people/AccountsPage.tsx';

/** Who has an account: with which role, for which place, and where it is signed in. */
export default function Page() {
  return <AccountsPage />;
}
