// How to take part, and where the registry can be used.

export const TakePart = () => (
  <section>
    <h2 id="take-part">How to take part</h2>
    <ul>
      <li>
        <a href="/submit">Suggest a data set</a> that is not listed. No account is needed.
      </li>
      <li>Report an error, or tell what is unknown: on the page of the resource.</li>
      <li>
        Follow what changes, in the <a href="/history">history</a>, by the <a href="/feed.atom">feed</a>, or
        in Discord by <code>/covid-watch</code>.
      </li>
    </ul>
    <p>
      A maintainer looks at everything that is sent in, and decides. Who sent it can see how it stands, answer
      questions and take it back. Every decision stays on record; names and addresses of people are no part of
      the table.
    </p>
  </section>
)

export const Doors = () => (
  <section>
    <h2 id="doors">One registry, three doors</h2>
    <dl class="words-of">
      <div>
        <dt>These pages</dt>
        <dd>
          work without a script, and load nothing from elsewhere. <a href="/">The table</a> can be filtered
          and downloaded as it is shown.
        </dd>
      </div>
      <div>
        <dt>Discord</dt>
        <dd>
          answers <code>/covid-data ultrasound</code> and the like: <code>show</code>, <code>compare</code>,{' '}
          <code>cite</code>, <code>submit</code>. <code>/covid-data help</code> tells them all.
        </dd>
      </div>
      <div>
        <dt>HTTP</dt>
        <dd>
          gives all of it to programs, without a key: <a href="/docs">the reference</a>, with downloads of the
          whole table in nine formats, and OAI-PMH for harvesters.
        </dd>
      </div>
    </dl>
  </section>
)

export const Maintainers = () => (
  <section>
    <h2 id="maintainers">For maintainers</h2>
    <p>
      <a href="/review">The review</a> has what waits. Signing in takes a Discord account that another
      maintainer has added.
    </p>
  </section>
)
