/** What can be wrong with a shared library, as far as people can do something about it. */
export type SharedFaultCode =
  /** No answer from the address. */
  | 'away'
  /** It is starting or shutting down. */
  | 'restarting'
  /** It took longer than it may. */
  | 'slow'
  /** No room left on its disk. */
  | 'full'
  /** It takes no more connections. */
  | 'busy'
  /** User or password are not right. */
  | 'password'
  /** Its certificate is not trusted, or is another's. */
  | 'certificate'
  /** It offers no encrypted connection. */
  | 'noTls'
  /** An unencrypted connection to another machine is asked for. */
  | 'plain'
  /** The database does not exist, or holds no shared library. */
  | 'noLibrary'
  /** The library is of a newer version than this extension, or of an older one. */
  | 'newer'
  | 'older'
  /** The user may not do this. */
  | 'forbidden'
  | 'other';

/** A fault of the shared library; its message is for the log. */
export class SharedFault extends Error {
  override readonly name = 'SharedFault';

  constructor(
    readonly code: SharedFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** By SQLSTATE (PostgreSQL, appendix A) and by the codes of Node.js. */
const codes: Readonly<Record<string, SharedFaultCode>> = {
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  EHOSTUNREACH: 'away',
  ENETUNREACH: 'away',
  ENOTFOUND: 'away',
  EAI_AGAIN: 'away',
  ETIMEDOUT: 'away',
  EPIPE: 'away',
  '08000': 'away',
  '08003': 'away',
  '08006': 'away',
  '57P01': 'restarting',
  '57P02': 'restarting',
  '57P03': 'restarting',
  '57014': 'slow',
  '55P03': 'slow',
  '53100': 'full',
  '53300': 'busy',
  '53200': 'busy',
  '28000': 'password',
  '28P01': 'password',
  '3D000': 'noLibrary',
  '3F000': 'noLibrary',
  '42P01': 'noLibrary',
  '42883': 'older',
  '42501': 'forbidden',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  CERT_HAS_EXPIRED: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
};

/** An error of the driver as a fault. */
export function faultOf(error: unknown): SharedFault {
  if (error instanceof SharedFault) return error;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  const known = typeof code === 'string' ? codes[code] : undefined;
  return new SharedFault(known ?? byMessage(text), text, { cause: error });
}

/** The driver says some things in words only. */
function byMessage(message: string): SharedFaultCode {
  if (/does not support SSL/i.test(message)) return 'noTls';
  if (/certificate/i.test(message)) return 'certificate';
  if (/client password must be/i.test(message)) return 'password';
  // Nobody there answers, or something that is no PostgreSQL server does. A statement that got no answer is another thing.
  if (/connection terminated|SSL connection|not queryable|client was closed/i.test(message)) return 'away';
  return /timeout/i.test(message) ? 'slow' : 'other';
}
