import { covers } from '#domain/account/scope.ts';
import { readCode, shownCode } from '#domain/screen/user-code.ts';
import { screenIdOf } from '#domain/screen/screen.ts';
import type { CodeRefusal } from '#application/screen/screen-door.ts';
import type { ScreenAct } from '#wire/http/screens.ts';
import type { screenOperations } from '#wire/http/operations/screens.ts';
import { audit } from '../audit.ts';
import { webHeaders, type Handlers, type HttpParts } from '../handler.ts';
import { isEncrypted, ownOrigin } from '../origin.ts';
import { ProblemError } from '../problem-error.ts';
import { screenCookie } from '../screen-cookie.ts';

const ADMIN_PAGE = '/admin/screens';
const DENIALS: Record<string, string> = {
  authorization_pending: 'nobody has approved this code yet',
  slow_down: 'it is asked too often: wait five seconds longer between two questions',
  expired_token: 'the code has run out; ask for another',
  access_denied: 'an operator turned this screen away',
  invalid_grant: 'this code is unknown or was used',
};

/** Screens: how they are let in, how they are, and what an operator does with them. Every act is written down. */
export function screenHandlers(parts: HttpParts): Pick<Handlers, keyof typeof screenOperations> {
  const { door, limits } = parts;
  const { screens } = parts.port;
  return {
    async askScreenCode({ body, address, request }) {
      await limits.screenCode.take(address);
      const userAgent = (request.headers['user-agent'] ?? '').slice(0, 300);
      const codes = await door.ask({ ...body, window: body.window ?? '', address, userAgent });
      if (codes === null) throw new ProblemError('too-many-requests', 'too many screens wait to be let in', {}, 60);
      const uri = ownOrigin(request, parts.origin) + ADMIN_PAGE;
      const shown = shownCode(codes.userCode);
      const answer = {
        device_code: codes.deviceCode,
        user_code: shown,
        verification_uri: uri,
        verification_uri_complete: `${uri}?code=${shown}`,
        expires_in: codes.expiresIn,
        interval: codes.interval,
      };
      return { answer };
    },
    async redeemScreenCode({ body, address, request }) {
      await limits.screenToken.take(address);
      const redeemed = await door.redeem(body.device_code);
      if (!redeemed.ok) {
        const { error } = redeemed;
        return { status: 400, answer: { error, error_description: DENIALS[error] ?? error } };
      }
      const { wall, screen, scope } = redeemed.hanging;
      const subject = screenIdOf(redeemed.hanging);
      const detail = { scope, approvedBy: redeemed.approvedBy };
      await audit(parts, { name: subject }, address, { act: 'screen.enter', subject, result: 'done', detail });
      const secure = isEncrypted(request, parts.origin);
      const cookies = [screenCookie(redeemed.hanging, redeemed.key, secure)];
      return { answer: { access_token: redeemed.key, token_type: 'Bearer', scope, wall, screen }, cookies };
    },
    async reviewScreenCode({ principal, body, request }) {
      await limits.userCode.take(principal.id);
      const code = codeOf(body.code);
      const reviewed = await door.review(webHeaders(request), code);
      if (!reviewed.ok) throw refused(reviewed.refusal);
      return { answer: { ...reviewed.asked, code: shownCode(code), askedAt: reviewed.askedAt } };
    },
    async approveScreenCode({ principal, body, address, request }) {
      await limits.userCode.take(principal.id);
      const { hanging } = body;
      if (!covers(principal.scope, hanging.scope))
        throw new ProblemError('not-allowed', `${hanging.scope} is out of your reach`);
      const settled = await door.approve(webHeaders(request), codeOf(body.code), hanging);
      const { label, scope } = hanging;
      const about = settled.ok ? { address: settled.asked.address, window: settled.asked.window } : settled;
      const result = settled.ok ? 'done' : 'refused';
      const detail = { label, scope, ...about };
      await audit(parts, principal, address, { act: 'screen.approve', subject: screenIdOf(hanging), result, detail });
      if (!settled.ok) throw refused(settled.refusal);
      return { answer: { done: true } };
    },
    async denyScreenCode({ principal, body, address, request }) {
      await limits.userCode.take(principal.id);
      const settled = await door.deny(webHeaders(request), codeOf(body.code));
      const subject = settled.ok ? screenIdOf(settled.asked) : '';
      const detail = settled.ok ? { address: settled.asked.address } : settled;
      const result = settled.ok ? 'done' : 'refused';
      await audit(parts, principal, address, { act: 'screen.deny', subject, result, detail });
      if (!settled.ok) throw refused(settled.refusal);
      return { answer: { done: true } };
    },
    async listScreens({ principal }) {
      return { answer: await screens.list(principal) };
    },
    async getScreenPicture({ principal, params }) {
      const picture = (await screens.has(principal, params)) ? await screens.picture(params) : null;
      if (picture === null) throw new ProblemError('not-found', 'this screen has sent no picture');
      const name = `${params.wall}-${params.screen}.${picture.contentType === 'image/webp' ? 'webp' : 'jpg'}`;
      return { file: picture.bytes, name, contentType: picture.contentType };
    },
    async actOnScreen({ principal, params, body, address }) {
      const subject = screenIdOf(params);
      if (!(await screens.has(principal, params))) throw new ProblemError('not-found', `there is no screen ${subject}`);
      await act(screens, params, body);
      const { act: name, ...detail } = body;
      await audit(parts, principal, address, { act: `screen.${name}`, subject, result: 'done', detail });
      return { answer: { done: true } };
    },
  };
}

function act(
  screens: HttpParts['port']['screens'],
  place: { wall: string; screen: string },
  given: ScreenAct,
): Promise<void> | void {
  switch (given.act) {
    case 'name':
      return screens.rename(place, given.label);
    case 'revoke':
      return screens.revoke(place);
    case 'pattern':
      return screens.pattern(place, given.seconds);
    case 'picture':
    case 'reload':
      return screens.order(place, given.act);
  }
}

function codeOf(typed: string): string {
  const code = readCode(typed);
  if (code === null) throw refused('unknown');
  return code;
}

function refused(refusal: CodeRefusal): ProblemError {
  switch (refusal) {
    case 'unknown':
      return new ProblemError('not-found', 'no screen asks by this code');
    case 'expired':
      return new ProblemError('not-found', 'this code has run out; the screen shows another');
    case 'settled':
      return new ProblemError('already-taken', 'this code was approved or denied already');
    case 'claimed':
      return new ProblemError('already-taken', 'somebody else is settling this code');
  }
}
