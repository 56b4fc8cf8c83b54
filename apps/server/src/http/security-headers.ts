import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Sets headers on Node's own response, so it works before Express as well as in it. */
export type SecurityHeaders = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Written out, so that nothing is allowed by a default: no script, nothing from elsewhere, no frame. */
const PAGE_POLICY = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

export function securityHeaders(): SecurityHeaders {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: PAGE_POLICY },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000 },
    xFrameOptions: { action: 'deny' },
    // For browsers and plug-ins that are gone; each header is checked and sent with every answer.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}
