import { APIError, createAuthEndpoint } from 'better-auth/api';
import {
  deviceAuthorization,
  redeemDeviceCode,
  type DeviceAuthorizationGrant,
} from 'better-auth/plugins/device-authorization';
import { z } from 'zod';
import { USER_CODE_LENGTH } from '#domain/screen/user-code.ts';

/** The one client that may ask for codes: a screen. */
export const CLIENT = 'citywall-screen';
/** How long a code may be approved and used. */
export const CODE_MINUTES = 10;
const POLL_SECONDS = 5;

const text = (column: string, required: boolean) =>
  ({ type: 'string', required, input: false, fieldName: column }) as const;

/** What the screen says of itself, kept beside its code. */
export const askedFields = {
  askedWall: z.string(),
  askedScreen: z.string(),
  askedWindow: z.string(),
  askedFrom: z.string(),
  askedWith: z.string(),
  askedAt: z.string(),
};
const askedSchema = z.object(askedFields);

/** What a screen adds to the library's codes: what it says of itself, and later where it hangs. */
const grant: DeviceAuthorizationGrant = {
  requestSchemaFields: askedFields,
  deviceCodeSchemaFields: {
    askedWall: text('asked_wall', true),
    askedScreen: text('asked_screen', true),
    askedWindow: text('asked_window', true),
    askedFrom: text('asked_from', true),
    askedWith: text('asked_with', true),
    askedAt: text('asked_at', true),
    hangWall: text('hang_wall', false),
    hangScreen: text('hang_screen', false),
    hangLabel: text('hang_label', false),
    hangScope: text('hang_scope', false),
  },
  authorizeRequest({ request }) {
    if (request.client_id !== CLIENT || request.user_id !== undefined) throw invalidClient();
    return { clientId: CLIENT, deviceCodeFields: askedSchema.parse(request) };
  },
  assertSessionRedemption() {
    throw invalidClient();
  },
  getVerificationContext: (record) => askedSchema.parse(record),
};

/**
 * RFC 8628 by the library, on our table: codes, their expiry, the pace of asking, who approves. Its own way to end it
 * would make the screen the person who approved; that is refused, and `screenKeys` is used in its place.
 */
export function deviceCodes() {
  return deviceAuthorization<DeviceAuthorizationGrant>({
    expiresIn: `${CODE_MINUTES}m`,
    interval: `${POLL_SECONDS}s`,
    deviceCodeLength: 40,
    userCodeLength: USER_CODE_LENGTH,
    verificationUri: '/admin/screens',
    schema: {
      deviceCode: {
        modelName: 'device_code',
        fields: {
          deviceCode: 'device_code',
          userCode: 'user_code',
          userId: 'account_id',
          expiresAt: 'expires_at',
          lastPolledAt: 'last_polled_at',
          pollingInterval: 'polling_interval',
          clientId: 'client_id',
        },
      },
    },
    grant,
  });
}

/** Ends the asking with the facts of what was approved; no session is made. Only the server itself can call it. */
export function screenKeys() {
  return {
    id: 'citywall-screen-keys',
    endpoints: {
      redeemScreen: createAuthEndpoint(
        '/device/screen',
        { method: 'POST', body: z.object({ deviceCode: z.string() }), metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const { claimedDeviceCode, user } = await redeemDeviceCode({
            ctx,
            deviceCode: ctx.body.deviceCode,
            authorizeRedemption: () => ({ ownershipWhere: { field: 'clientId', value: CLIENT }, context: null }),
            prepareRedemption: () => null,
          });
          const { hangWall, hangScreen, hangLabel, hangScope } = z
            .object({ hangWall: z.string(), hangScreen: z.string(), hangLabel: z.string(), hangScope: z.string() })
            .parse(claimedDeviceCode);
          const hanging = { wall: hangWall, screen: hangScreen, label: hangLabel, scope: hangScope };
          return { hanging, approver: { id: user.id, name: user.name } };
        },
      ),
    },
  } as const;
}

function invalidClient(): APIError {
  return new APIError('BAD_REQUEST', { error: 'invalid_client', error_description: 'screens alone use these codes' });
}
