/** What the app's page in Teams links to: what Porras hears, keeps and passes on. */
export const ABOUT_PAGE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Porras in Teams</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
<h1>Porras in Teams</h1>
<p>Porras is a facilitator that lives in a chat. It asks a group appreciative questions over days and weeks, listens, gathers what people say into themes, and gives it back.</p>
<h2>What it hears</h2>
<p>Messages of the teams and chats that it was added to, once their owner agreed, otherwise only those that mention it; what people write to it in private; reactions, and who joins and leaves.</p>
<h2>What it keeps</h2>
<p>Contributions to an inquiry, on the server that runs this Porras, until they are taken back or the inquiry's time is over. Names, languages and time zones as Teams tells them. A private answer is shown without a name; an anonymous one leaves no trace of its author.</p>
<h2>What you can do</h2>
<p>Delete a message, or write “mine” to Porras: what you take back leaves themes, digests and exports.</p>
<p>This Porras is run by your own organisation; ask it for terms of use and further privacy information.</p>
</html>
`;
