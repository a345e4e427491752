// The worker in which files are read: a bundle of its own.
import { serveIntake } from '../../intake/worker/serveIntake';
import { hostPort } from '../shared/hostPort';

serveIntake(hostPort);
