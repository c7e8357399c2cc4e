// How to take part, and where the registry can be used.

export const TakePart = () => (
  <section>
    <h2 id="take-part">How to take part</h2>
    <ul>
      <li>
        <a href="/submit">Suggest a data set</a> that is not listed. No account is needed.
      </li>
      <li>Report an error or add a missing fact, on the page of the data set.</li>
      <li>
        Follow changes in the <a href="/history">history</a>, by <a href="/feed.atom">feed</a>, or in Discord
        with <code>/covid-watch</code>.
      </li>
    </ul>
    <p>
      A maintainer reviews every submission. Submitters can follow their submission, answer questions and
      withdraw it. Every decision stays on record. The registry publishes no names or addresses of submitters:
      see <a href="/privacy">privacy</a>.
    </p>
  </section>
)

export const Doors = () => (
  <section>
    <h2 id="doors">Ways to use it</h2>
    <dl class="words-of">
      <div>
        <dt>These pages</dt>
        <dd>
          <a href="/">Filter the list</a>, compare data sets and download the result. The pages work without
          scripts and load nothing from other sites.
        </dd>
      </div>
      <div>
        <dt>Discord</dt>
        <dd>
          Ask with <code>/covid-data</code>: <code>ultrasound</code>, <code>search</code>, <code>show</code>,{' '}
          <code>compare</code>, <code>cite</code>. <code>/covid-data help</code> lists all commands.
        </dd>
      </div>
      <div>
        <dt>HTTP API</dt>
        <dd>
          <a href="/docs">Read and submit from programs</a>, without a key. It has downloads of all records in
          nine formats, and OAI-PMH.
        </dd>
      </div>
    </dl>
  </section>
)

export const Maintainers = () => (
  <section>
    <h2 id="maintainers">For maintainers</h2>
    <p>
      <a href="/review">Review submissions</a>. To sign in, you need a Discord account that another maintainer
      has added.
    </p>
  </section>
)
