import bolt from '@slack/bolt';

/** What Porras is held beside: an app that hears messages, does nothing with them, and answers before anything is kept. */
const [apiUrl = '', token = '', signingSecret = ''] = process.argv.slice(2);
const receiver = new bolt.HTTPReceiver({ signingSecret, processBeforeResponse: false, logLevel: bolt.LogLevel.ERROR });
const app = new bolt.App({ receiver, token, clientOptions: { slackApiUrl: apiUrl } });
app.message(async () => {});
await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
