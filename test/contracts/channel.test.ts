import { teams, teamsChannel } from '../support/channels/teams.ts';
import { webChat } from '../support/channels/webchat.ts';
import { whatsApp } from '../support/channels/whatsapp.ts';
import { channelContract } from './channel.contract.ts';

channelContract(webChat, ['typing', 'model label', 'location', 'reaction', 'sticker', 'edited', 'failure']);
channelContract(teams, ['location']);
channelContract(teamsChannel, ['location', 'file']);
channelContract(whatsApp, ['form', 'model label']);
