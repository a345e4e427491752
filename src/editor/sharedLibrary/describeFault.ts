import type { Localize } from '../../base/localize';
import type { SharedFaultCode } from '../../shared/fault';

/** One sentence for people on what is wrong with the shared library, and what to do. */
export function describeFault(t: Localize, code: SharedFaultCode): string {
  switch (code) {
    case 'away':
      return t(
        'The shared library does not answer: check the address and the network. Your own library works as ever.',
      );
    case 'restarting':
      return t('The shared library is starting or shutting down: try again in a moment.');
    case 'slow':
      return t('The shared library took too long to answer: try again later.');
    case 'full':
      return t('The shared library has no room left: its keeper has to make some. Nothing was changed.');
    case 'busy':
      return t('The shared library takes no more connections at the moment: try again later.');
    case 'password':
      return t('The shared library does not accept the user or the password: connect to it again.');
    case 'certificate':
      return t(
        'The certificate of the shared library is not trusted: ask its keeper for the certificate of the authority.',
      );
    case 'noTls':
      return t('The shared library offers no encrypted connection: ask its keeper.');
    case 'plain':
      return t('Without encryption only a server on this machine is connected to: choose the encrypted connection.');
    case 'noLibrary':
      return t('There is no shared library in this database: check its name, or have its keeper set it up.');
    case 'newer':
      return t('The shared library is newer than this extension: update the extension.');
    case 'older':
      return t('The shared library is older than this extension: its keeper has to upgrade it.');
    case 'forbidden':
      return t('You may not do this in the shared library: ask its keeper for the right.');
    case 'other':
      return t('The shared library reported an error; the output “Gongwen Library” has the details.');
  }
}
