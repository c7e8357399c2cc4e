import { SIGN_OUT } from './paths.ts'

/** The name of the maintainer, and the buttons to sign out. */
export const SignedIn = ({ name }: { readonly name: string }) => (
  <form class="signed-in" method="post" action={SIGN_OUT}>
    <span>
      Signed in as <strong>{name}</strong>
    </span>
    <button type="submit">Sign out</button>
    <button type="submit" name="everywhere" value="yes">
      Sign out everywhere
    </button>
  </form>
)
