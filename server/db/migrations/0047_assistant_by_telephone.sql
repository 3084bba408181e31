-- migrate:up

alter table organization drop constraint organization_assistant_channels_check,
  add constraint organization_assistant_channels_check check (assistant_channels <@ '{portal-chat,widget,sms,voice}'::text[]);

-- migrate:down

update organization set assistant_channels = array_remove(assistant_channels, 'voice');
alter table organization drop constraint organization_assistant_channels_check,
  add constraint organization_assistant_channels_check check (assistant_channels <@ '{portal-chat,widget,sms}'::text[]);
