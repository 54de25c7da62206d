import { type Call, type Method, pageOf } from '../call.ts';
import { SlackError } from '../slack-error.ts';
import { profileJson, userJson } from '../users.ts';
import { type SlackUser, seconds } from '../world.ts';

function userOf(call: Call): SlackUser {
  const user = call.team.users.get(call.args.text('user') || call.team.bot.userId);
  if (!user) throw new SlackError('user_not_found');
  return user;
}

const info: Method = (call) => ({
  user: userJson(call.team, userOf(call), call.world.clock.now(), { locale: call.args.flag('include_locale') }),
});

const list: Method = (call) => {
  const { page, next } = pageOf(call, [...call.team.users.values()], call.args.number('limit', 1_000));
  const locale = call.args.flag('include_locale');
  return {
    members: page.map((it) => userJson(call.team, it, call.world.clock.now(), { locale })),
    cache_ts: seconds(call.world),
    response_metadata: { next_cursor: next },
  };
};

/** A status whose time is up is taken away. */
const profileGet: Method = (call) => {
  const user = userOf(call);
  const { expiration } = user.status;
  if (expiration > 0 && expiration <= seconds(call.world)) user.status = { text: '', emoji: '', expiration: 0 };
  return { profile: profileJson(call.team, user) };
};

const dndInfo: Method = (call) => {
  const { dnd } = userOf(call);
  const snoozing = dnd.snoozeUntil > seconds(call.world);
  return {
    dnd_enabled: dnd.enabled || snoozing,
    next_dnd_start_ts: dnd.start,
    next_dnd_end_ts: dnd.end,
    ...(snoozing
      ? {
          snooze_enabled: true,
          snooze_endtime: dnd.snoozeUntil,
          snooze_remaining: dnd.snoozeUntil - seconds(call.world),
          snooze_is_indefinite: false,
        }
      : {}),
  };
};

export const userMethods: Record<string, Method> = {
  'users.info': info,
  'users.list': list,
  'users.profile.get': profileGet,
  'dnd.info': dndInfo,
};
