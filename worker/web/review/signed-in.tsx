export const SignedIn = ({ name }: { readonly name: string }) => (
  <form class="signed-in" method="post" action="/review/sign-out">
    <span>
      Signed in as <strong>{name}</strong>
    </span>
    <button type="submit">Sign out</button>
  </form>
)
